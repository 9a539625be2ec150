/** A webhook on this machine: what it was sent, and whether it answers. */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

export const startWebhook = async () => {
  const said: Array<string> = []
  let status = 200
  const server = createServer(async (request, response) => {
    const chunks: Array<Buffer> = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (status === 200) said.push(JSON.parse(Buffer.concat(chunks).toString()).text)
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    said,
    answers: (next: number) => {
      status = next
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}
