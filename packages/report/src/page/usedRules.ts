/** A block of a style sheet: what stands before its brace, and what is between its braces. */
interface Block {
  readonly prelude: string
  readonly body: string
}

/** The blocks of a minified style sheet, without what stands between them. */
const blocksOf = (css: string): ReadonlyArray<Block> => {
  const blocks: Array<Block> = []
  let from = 0
  let opened = 0
  let depth = 0
  for (let at = 0; at < css.length; at += 1) {
    if (css[at] === "{") {
      if (depth === 0) opened = at
      depth += 1
    } else if (css[at] === "}") {
      depth -= 1
      if (depth > 0) continue
      blocks.push({ prelude: css.slice(from, opened).trim(), body: css.slice(opened + 1, at) })
      from = at + 1
    }
  }
  return blocks
}

const classesIn = (selector: string): ReadonlyArray<string> =>
  [...selector.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name = ""]) => name)

const isGroup = (prelude: string): boolean => /^@(media|supports)/.test(prelude)

/**
 * The rules of a style sheet for these classes, so that a page carries no more. Fonts are left out with everything else
 * that begins with an at sign, but conditions.
 */
export const usedRules = (css: string, classes: ReadonlySet<string>): string =>
  blocksOf(css.replaceAll(/\/\*[\s\S]*?\*\/|@charset [^;]*;/g, ""))
    .map(({ prelude, body }) => {
      if (isGroup(prelude)) {
        const inner = usedRules(body, classes)
        return inner === "" ? "" : `${prelude}{${inner}}`
      }
      if (prelude.startsWith("@")) return ""
      const selectors = prelude.split(",").filter((one) => classesIn(one).every((name) => classes.has(name)))
      return selectors.length === 0 ? "" : `${selectors.join(",")}{${body}}`
    })
    .join("")
