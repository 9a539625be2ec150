import { readFileSync } from "node:fs"
import { createRequire } from "node:module"

const FAMILY = "Atkinson Hyperlegible"
const weights = [400, 700] as const
const { resolve } = createRequire(import.meta.url)

const bytesOf = (weight: number, script = "latin"): Buffer =>
  readFileSync(
    resolve(`@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${script}-${weight}-normal.woff2`)
  )

/** The fonts of the pictures, for those who draw them without any of the machine's. */
export const fontFiles = (): ReadonlyArray<Uint8Array> =>
  weights.flatMap((weight) => ["latin", "latin-ext"].map((script) => new Uint8Array(bytesOf(weight, script))))

/** The same inside a style sheet, so that a picture or page needs no other file. */
export const fontFaces = (): string =>
  weights
    .map(
      (weight) =>
        `@font-face{font-family:"${FAMILY}";font-weight:${weight};src:url(data:font/woff2;base64,${bytesOf(weight).toString("base64")}) format("woff2")}`
    )
    .join("")
