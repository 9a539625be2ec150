/** Bundles an entry of ours as a web page would: minified, with effect or without it. */
import { gzipSync } from "node:zlib"
import { rolldown } from "rolldown"

const ENTRY = "entry"

/** What a page loads that runs this source; `@safe-return/domain` in it is resolved by `resolve`. */
export const bundle = async (
  source: string,
  { format, withEffect }: { readonly format: "es" | "iife"; readonly withEffect: boolean },
  resolve: (specifier: string) => string | undefined
): Promise<string> => {
  const build = await rolldown({
    input: ENTRY,
    external: withEffect ? [] : [/^effect(?:\/|$)/],
    platform: "browser",
    plugins: [
      {
        name: ENTRY,
        resolveId: (id) => (id === ENTRY ? id : (resolve(id) ?? null)),
        load: (id) => (id === ENTRY ? source : null)
      }
    ]
  })
  const { output } = await build.generate({ format, minify: true, name: "safeReturn" })
  return output[0].code
}

/** Minified and gzipped. */
export const kilobytesOf = (code: string): number => gzipSync(code).length / 1024
