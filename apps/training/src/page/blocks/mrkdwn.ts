/** Slack's mrkdwn as a tree; a marker counts only at the edge of a word, so `2*3*4` stays as it is. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "bold" | "italic" | "strike"; readonly children: ReadonlyArray<Inline> }
  | { readonly kind: "link"; readonly href: string; readonly text: string }
  | { readonly kind: "user"; readonly id: string; readonly label?: string }
  | { readonly kind: "channel"; readonly id: string; readonly label?: string }
  | { readonly kind: "broadcast"; readonly text: string }
  | { readonly kind: "date"; readonly seconds: number; readonly fallback: string }

export type Paragraph =
  | { readonly kind: "lines"; readonly children: ReadonlyArray<Inline> }
  | { readonly kind: "quote"; readonly children: ReadonlyArray<Inline> }
  | { readonly kind: "preformatted"; readonly text: string }

/** Slack escapes exactly these three. */
const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")

const withLabel = (label: string | undefined) => (label === undefined ? {} : { label: unescaped(label) })

const angled = (inside: string): Inline => {
  const bar = inside.indexOf("|")
  const target = bar === -1 ? inside : inside.slice(0, bar)
  const label = bar === -1 ? undefined : inside.slice(bar + 1)
  if (target.startsWith("@")) return { kind: "user", id: target.slice(1), ...withLabel(label) }
  if (target.startsWith("#")) return { kind: "channel", id: target.slice(1), ...withLabel(label) }
  if (target.startsWith("!date^")) {
    const seconds = Number(target.split("^")[1])
    return { kind: "date", seconds, fallback: unescaped(label ?? "") }
  }
  if (target.startsWith("!"))
    return { kind: "broadcast", text: unescaped(label ?? `@${target.slice(1).split("^")[0]}`) }
  return { kind: "link", href: unescaped(target), text: unescaped(label ?? target) }
}

const KINDS = { "*": "bold", _: "italic", "~": "strike" } as const

/** A code span, something in angle brackets, or marked words; tried at each place in this order. */
const SPAN = /`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}*_~])([*_~])(?!\s|\3)([^\n]*?\S)\3(?![\p{L}\p{N}])/gu

export const parseInline = (source: string): ReadonlyArray<Inline> => {
  const found: Array<Inline> = []
  let from = 0
  for (const match of source.matchAll(SPAN)) {
    if (match.index > from) found.push({ kind: "text", text: unescaped(source.slice(from, match.index)) })
    from = match.index + match[0].length
    const [, code, inAngles, marker, marked] = match
    if (code !== undefined) found.push({ kind: "code", text: unescaped(code) })
    else if (inAngles !== undefined) found.push(angled(inAngles))
    else found.push({ kind: KINDS[marker as keyof typeof KINDS], children: parseInline(marked ?? "") })
  }
  if (from < source.length) found.push({ kind: "text", text: unescaped(source.slice(from)) })
  return found
}

const QUOTE = /^(?:>|&gt;) ?/

const parseLines = (source: string): ReadonlyArray<Paragraph> => {
  const runs: Array<{ kind: "lines" | "quote"; lines: Array<string> }> = []
  for (const line of source.split("\n")) {
    const kind = QUOTE.test(line) ? "quote" : "lines"
    const last = runs.at(-1)
    const text = kind === "quote" ? line.replace(QUOTE, "") : line
    if (last?.kind === kind) last.lines.push(text)
    else runs.push({ kind, lines: [text] })
  }
  return runs.map(({ kind, lines }) => ({ kind, children: parseInline(lines.join("\n")) }))
}

export const parseMrkdwn = (source: string): ReadonlyArray<Paragraph> =>
  source
    .split(/```\n?([\s\S]*?)\n?```\n?/)
    .flatMap(
      (part, index): ReadonlyArray<Paragraph> =>
        index % 2 === 1 ? [{ kind: "preformatted", text: unescaped(part) }] : part === "" ? [] : parseLines(part)
    )
