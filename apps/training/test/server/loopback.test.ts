import { mkdtempSync, rmSync } from "node:fs"
import { connect, Server } from "node:net"
import { networkInterfaces, tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Layer, ManagedRuntime } from "effect"
import { afterAll, expect, test, vi } from "vitest"
import { ScenarioPlayer } from "../../src/scenarios/ScenarioPlayer.ts"
import { serveTraining } from "../../src/server/server.ts"
import { TrainingHost } from "../../src/workspace/TrainingHost.ts"

const folder = mkdtempSync(join(tmpdir(), "safe-return-loopback-"))
const runtime = ManagedRuntime.make(ScenarioPlayer.layer.pipe(Layer.provideMerge(TrainingHost.layer(folder))))
afterAll(async () => {
  vi.restoreAllMocks()
  await runtime.dispose()
  rmSync(folder, { recursive: true, force: true })
})

/** Whether anybody answers there. */
const answers = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 })
    const end = (does: boolean) => () => {
      socket.destroy()
      resolve(does)
    }
    socket.once("connect", end(true)).once("error", end(false)).once("timeout", end(false))
  })

test("every server of the training workspace listens on loopback and nowhere else", async () => {
  const listen = vi.spyOn(Server.prototype, "listen")
  await runtime.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const url = yield* serveTraining("0")
        const servers = listen.mock.contexts.filter((context) => context instanceof Server)
        const addresses = servers.flatMap((server) => {
          const address = server.address()
          return typeof address === "object" && address !== null ? [address] : []
        })
        // The page's own, the local Slack's, the emulator's behind it, and the bot's.
        expect(addresses.length).toBeGreaterThanOrEqual(4)
        expect(
          addresses.map(({ address }) => address).filter((address) => !/^(127\.0\.0\.1|::1)$/.test(address))
        ).toEqual([])
        const { port } = new URL(url)
        expect(yield* Effect.promise(() => answers("127.0.0.1", Number(port)))).toBe(true)
        const outside = Object.values(networkInterfaces()).flatMap((all) =>
          (all ?? []).filter(({ internal, family }) => !internal && family === "IPv4")
        )
        for (const { address } of outside) {
          expect(yield* Effect.promise(() => answers(address, Number(port)))).toBe(false)
        }
      })
    )
  )
}, 240_000)
