/** The outside monitor, as healthchecks.io answers: what it was told, and what it answers next. */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

export const startListener = async () => {
  const heard: Array<{ readonly path: string; readonly words: string }> = []
  let next: { readonly status: number; readonly body: string; readonly headers?: Record<string, string> } | "nothing" =
    {
      status: 200,
      body: "OK"
    }
  const server = createServer(async (request, response) => {
    const chunks: Array<Buffer> = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    heard.push({ path: request.url ?? "", words: Buffer.concat(chunks).toString() })
    if (next === "nothing") return void request.socket.destroy()
    response.writeHead(next.status, next.headers).end(next.body)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/made-up-check`,
    heard,
    answers: (answer: typeof next) => {
      next = answer
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}
