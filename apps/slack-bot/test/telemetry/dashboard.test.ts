/** The dashboard and the page about it name exactly what the bot measures. */
import { readFileSync } from "node:fs"
import { type Measurement, measurements } from "@safe-return/outreach"
import { expect, test } from "vitest"

const docs = (path: string) => readFileSync(new URL(`../../../../docs/${path}`, import.meta.url), "utf8")

const dashboard: { readonly panels: ReadonlyArray<{ readonly targets: ReadonlyArray<{ readonly expr: string }> }> } =
  JSON.parse(docs("observability/dashboard.json"))
const queries = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))

/** As Prometheus names a metric of OpenTelemetry: its unit and what it counts become endings. */
const inPrometheus = ({ name, unit, kind }: Measurement): string => {
  const named = `${name.replaceAll(".", "_")}${unit === "s" ? "_seconds" : ""}`
  if (kind === "histogram") return `${named}_bucket`
  return kind === "counter" ? `${named}_total` : named
}

const label = ({ attribute }: Measurement): ReadonlyArray<string> =>
  attribute === undefined ? [] : [attribute.name.replaceAll(".", "_")]

test("the dashboard asks for every metric that is sent, and for nothing else", () => {
  const asked = queries.flatMap((query) => query.match(/safe_return_\w+/g) ?? [])
  const sent = measurements.flatMap((measurement) => [inPrometheus(measurement), ...label(measurement)])
  expect([...new Set(asked)].toSorted()).toEqual(sent.toSorted())
})

test("the page about what is measured names each metric with its unit and its attribute", () => {
  const page = docs("observability.md")
  for (const { name, unit, attribute } of measurements) {
    expect(page).toMatch(new RegExp(`\\| \`${name.replaceAll(".", "\\.")}\` +\\| \`${unit}\` `))
    for (const value of attribute === undefined ? [] : [attribute.name]) expect(page).toContain(`\`${value}\``)
  }
})
