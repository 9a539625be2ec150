/** A real browser for the tests: Debian's Chromium, kept from the network. */
import { existsSync } from "node:fs"
import { chromium } from "playwright-core"

const EXECUTABLE = "/usr/bin/chromium"

/** Why the browser tests cannot run here; undefined when they can, or when they must (as in CI). */
export const whyNoBrowser =
  existsSync(EXECUTABLE) || process.env["BROWSER_TEST"] === "required"
    ? undefined
    : `there is no Chromium at ${EXECUTABLE} (on Debian: apt-get install chromium)`

export const launchBrowser = () =>
  chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync"
    ]
  })
