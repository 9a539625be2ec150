/** A chart of Slack's, as bars beside each other. Not in `@slack/types` yet. */
interface Series {
  readonly name: string
  readonly data: ReadonlyArray<{ readonly label: string; readonly value: number }>
}

export interface SlackChartBlock {
  readonly type: "data_visualization"
  readonly block_id?: string
  readonly title: string
  readonly chart: { readonly series: ReadonlyArray<Series> }
}

export const isChartBlock = (block: { readonly type: string }): block is SlackChartBlock =>
  block.type === "data_visualization"

/** Each value stands beside its bar. */
export const ChartBlock = ({ block }: { readonly block: SlackChartBlock }) => {
  const { series } = block.chart
  const most = Math.max(1, ...series.flatMap(({ data }) => data.map(({ value }) => value)))
  return (
    <figure className="block-chart">
      <figcaption>{block.title}</figcaption>
      {series.map(({ name, data }) => (
        <table key={name}>
          <caption>{name}</caption>
          <tbody>
            {data.map(({ label, value }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>
                  <meter min={0} max={most} value={value} aria-hidden="true" /> {value}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </figure>
  )
}
