/** A collector of metrics and traces on this machine: keeps every byte it was sent, and answers as it is told to. */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

interface Point {
  readonly attributes: ReadonlyArray<{ readonly key: string; readonly value: Record<string, unknown> }>
  readonly asDouble?: number
  readonly count?: number
  readonly sum?: number
}

interface SentMetric {
  readonly name: string
  readonly unit: string
  readonly gauge?: { readonly dataPoints: ReadonlyArray<Point> }
  readonly sum?: { readonly dataPoints: ReadonlyArray<Point> }
  readonly histogram?: { readonly dataPoints: ReadonlyArray<Point> }
}

type Answer = 200 | 503 | "nothing" | "half a body"

export const startCollector = async (first: Answer = 200) => {
  let answer = first
  const requests: Array<{ readonly path: string; readonly token: string | undefined; readonly body: string }> = []
  const server = createServer(async (request, response) => {
    const chunks: Array<Buffer> = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const token = request.headers["x-collector-token"]
    requests.push({ path: request.url ?? "", token: String(token), body: Buffer.concat(chunks).toString() })
    if (answer === "nothing") return
    if (answer === "half a body") return void response.writeHead(200, { "content-length": "10" }).write("{")
    response.writeHead(answer, { "content-type": "application/json" }).end("{}")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  const { port } = server.address() as AddressInfo

  const bodiesOf = (path: string) => requests.filter((one) => one.path === path).map(({ body }) => JSON.parse(body))
  /** As it was last sent. */
  const lastMetrics = (): ReadonlyMap<string, SentMetric> => {
    const [resource] = bodiesOf("/v1/metrics").at(-1)?.resourceMetrics ?? []
    const metrics = (resource?.scopeMetrics ?? []).flatMap((scope: { metrics: Array<SentMetric> }) => scope.metrics)
    return new Map(metrics.map((metric: SentMetric) => [metric.name, metric]))
  }

  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    bodiesOf,
    lastMetrics,
    answers: (next: Answer) => {
      answer = next
    },
    /** One number of a metric, of the series with this value of its attribute where it has one. */
    numberOf: (name: string, value?: string): number | undefined => {
      const metric = lastMetrics().get(name)
      const points = (metric?.gauge ?? metric?.sum ?? metric?.histogram)?.dataPoints ?? []
      const point = points.find(({ attributes }) => attributes[0]?.value["stringValue"] === value)
      return point?.asDouble ?? point?.count
    },
    spanNames: (): ReadonlySet<string> =>
      new Set(
        bodiesOf("/v1/traces").flatMap(({ resourceSpans: [{ scopeSpans }] }) =>
          scopeSpans.flatMap(({ spans }: { spans: Array<{ name: string }> }) => spans.map(({ name }) => name))
        )
      ),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}
