import { anything, block, byType, composition, listOf, part, text } from "../Shape.ts"

const page = "data-visualization-block"
const label = text({ min: 1, max: 20 })

interface Segment {
  label: string
  value: number
}

const segment = composition<Segment>(
  "segment of a pie, point of a series",
  { page, required: ["label", "value"], fields: { label, value: anything } },
  "blocks"
)

const series = composition<{ name: string; data: Array<Segment> }>(
  "data series",
  { page, required: ["name", "data"], fields: { name: label, data: listOf(segment, { min: 1, max: 20 }) } },
  "blocks"
)

const pie = part<{ type: "pie"; segments: Array<Segment> }>("pie", {
  page,
  required: ["segments"],
  fields: { segments: listOf(segment, { min: 1, max: 6 }) }
})

const withAxes = (type: "bar" | "area" | "line") =>
  part<{ type: "bar" | "area" | "line"; series: Array<unknown>; axis_config: unknown }>(type, {
    page,
    required: ["series", "axis_config"],
    fields: { series: listOf(series, { min: 1, max: 6 }), axis_config: anything }
  })

/** Not in `@slack/types` yet. */
export const dataVisualization = block<{ type: "data_visualization"; title: string; chart: unknown }>(
  "data_visualization",
  {
    page,
    surfaces: ["message"],
    required: ["title", "chart"],
    fields: {
      title: text({ min: 1, max: 50 }),
      chart: byType(() => [pie, withAxes("bar"), withAxes("area"), withAxes("line")])
    }
  }
)
