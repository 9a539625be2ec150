/** Reads source text for what a pure package may not do. The list is what the issue forbids, and its near relations. */
import path from "node:path"

/** A comment, a string or a template: whichever starts first, whole. */
const COMMENT_OR_TEXT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g

/** The code alone: comments gone; strings emptied, but for the templates, whose `${}` are code. */
const codeOf = (source: string): string =>
  source.replace(COMMENT_OR_TEXT, (part) => (part.startsWith("/") ? " " : part.startsWith("`") ? part : '""'))

const withoutComments = (source: string): string =>
  source.replace(COMMENT_OR_TEXT, (part) => (part.startsWith("/*") || part.startsWith("//") ? " " : part))

const forbidden: ReadonlyArray<readonly [what: string, pattern: RegExp]> = [
  ["Date", /\bDate\b/],
  ["Intl", /\bIntl\b/],
  ["a format of the host's locale", /\.toLocale\w*|\.localeCompare\b/],
  ["Math.random", /\bMath\s*\.\s*random\b/],
  ["process", /\bprocess\b/],
  ["console", /\bconsole\b/],
  ["crypto", /\bcrypto\b/],
  ["performance", /\bperformance\b/],
  ["a timer", /\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/],
  ["fetch", /\bfetch\b/],
  ["globalThis", /\bglobalThis\b/],
  ["eval", /\beval\b|\bnew\s+Function\b/],
  ["import(), require or import.meta", /\bimport\s*\(|\brequire\b|\bimport\s*\.\s*meta\b/],
  ["a service of effect that acts", /\b(?:Clock|Random|Console|Logger|ManagedRuntime|Runtime|FileSystem)\b/],
  ["running an effect", /\bEffect\s*\.\s*run\w*/]
]

/** The modules of effect that hold data alone, each imported by its name: the whole of it is heavy in a web page. */
const pureModules = new Set(
  ["Brand", "Effect", "Equal", "Option", "Result", "Schema", "SchemaGetter", "SchemaIssue", "SchemaTransformation"].map(
    (name) => `effect/${name}`
  )
)

const SPECIFIER = /(?<![-\w"'])(?:from|import)\s*(["'])(.*?)\1/g

/** What is wrong with one file, in words; `file` is its path inside `root`. */
export const impuritiesOf = (file: string, source: string): ReadonlyArray<string> => {
  const code = codeOf(source)
  const used = forbidden.filter(([, pattern]) => pattern.test(code)).map(([what]) => what)
  const imports = [...withoutComments(source).matchAll(SPECIFIER)].map((match) => match[2] ?? "")
  const foreign = imports.filter((specifier) => {
    if (pureModules.has(specifier)) return false
    if (!specifier.startsWith("./") && !specifier.startsWith("../")) return true
    return path.posix.join(path.posix.dirname(file), specifier).startsWith("..")
  })
  return [...used, ...foreign.map((specifier) => `import of ${specifier}`)]
}
