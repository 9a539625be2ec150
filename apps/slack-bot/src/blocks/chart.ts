/** Figures drawn by Slack: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block. */
import type { ChartParagraph } from "@safe-return/outreach"
import type { Block } from "@slack/types"

interface Point {
  readonly label: string
  readonly value: number
}

/** Not in `@slack/types` yet. */
export interface ChartBlock extends Block {
  readonly type: "data_visualization"
  readonly title: string
  readonly chart: {
    readonly type: "bar" | "line"
    readonly series: ReadonlyArray<{ readonly name: string; readonly data: ReadonlyArray<Point> }>
    readonly axis_config: { readonly categories: ReadonlyArray<string> }
  }
}

export const isChart = (block: { readonly type: string }): block is ChartBlock => block.type === "data_visualization"

const MOST_CATEGORIES = 20
const MOST_SERIES = 6
const MOST_TITLE = 50
const MOST_LABEL = 20

/** A label with its end left out where it is too long. */
const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

/** None where there is nothing to draw, or more than Slack draws: the lines say it all. */
export const chart = ({ title, kind, categories, series }: ChartParagraph["chart"]): ReadonlyArray<ChartBlock> => {
  if (series.length === 0 || series.length > MOST_SERIES) return []
  if (categories.length === 0 || categories.length > MOST_CATEGORIES) return []
  const labels = categories.map((category) => shortened(category, MOST_LABEL))
  return [
    {
      type: "data_visualization",
      title: shortened(title, MOST_TITLE),
      chart: {
        type: kind,
        series: series.map(({ name, figures }) => ({
          name: shortened(name, MOST_LABEL),
          data: labels.flatMap((label, place) => {
            const value = figures[place]
            return value === undefined ? [] : [{ label, value }]
          })
        })),
        axis_config: { categories: labels }
      }
    }
  ]
}
