/** The text of COVERAGE.md. */
import { methodRows, payloadRows, type Row, type Status } from "./coverage.ts"
import { table } from "./table.ts"

const inWords: Readonly<Record<Status, string>> = {
  emulate: "played by emulate",
  mended: "played by emulate, mended",
  added: "added",
  refused: "refused",
  "not there": "not there"
}

const lines = (rows: ReadonlyArray<Row>): ReadonlyArray<ReadonlyArray<string>> =>
  rows.map(({ what, status, test }) => [
    `\`${what}\``,
    inWords[status],
    test === undefined ? "**none**" : `\`${test.file}\`: ${test.title}`
  ])

const isThere = ({ status }: Row) => status !== "not there"
const familyOf = (method: string) => method.slice(0, method.indexOf("."))

/** The methods that are not there, a line for each family. */
const absent = (rows: ReadonlyArray<Row>): string =>
  [...Map.groupBy(rows, ({ what }) => familyOf(what))]
    .map(([family, methods]) => `- ${family}: ${methods.map(({ what }) => `\`${what}\``).join(", ")}`)
    .join("\n")

export const coveragePage = (): string => {
  const methods = methodRows()
  const played = methods.filter(isThere)
  return `# Coverage

What this workspace plays of Slack, and the test that shows it. Written by
\`node packages/slack-testkit/scripts/writeCoverage.ts\` and checked by \`coverage.test.ts\`, which fails on a row without
a test, on a test that is not there or does not use what it is named for, and on a method of Slack's own client that is
missing here.

- **played by emulate**: passed on to the emulator, with ids and timestamps that last.
- **played by emulate, mended**: the emulator's answer, put right where Slack's differs.
- **added**: played by the kit itself.
- **refused**: emulate has it, but plays it in a way that would mislead; answered with \`unknown_method\`.
- **not there**: answered with \`unknown_method\`, or never sent.

## Web API methods

${table([["method", "status", "test"], ...lines(played)])}

### Not there

${methods.length - played.length} methods, all covered by one test (\`coverage.test.ts\`: it calls each of them).

${absent(methods.filter((row) => !isThere(row)))}

## What an app is sent

${table([["payload", "status", "test"], ...lines(payloadRows())])}
`
}
