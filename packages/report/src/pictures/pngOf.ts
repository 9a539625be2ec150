import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { initWasm, Resvg } from "@resvg/resvg-wasm"
import { fontFiles } from "./fonts.ts"

const { resolve } = createRequire(import.meta.url)

let loading: Promise<void> | undefined

/** Sharp on paper and on a dense screen. */
const ZOOM = 1.5

/** A drawing as a PNG, by its own fonts alone, so that it looks alike on every machine. */
export const pngOf = async (svg: string): Promise<Uint8Array> => {
  loading ??= initWasm(readFileSync(resolve("@resvg/resvg-wasm/index_bg.wasm")))
  await loading
  const drawing = new Resvg(svg, {
    fitTo: { mode: "zoom", value: ZOOM },
    font: { fontBuffers: [...fontFiles()], loadSystemFonts: false, defaultFontFamily: "Atkinson Hyperlegible" }
  })
  return drawing.render().asPng()
}
