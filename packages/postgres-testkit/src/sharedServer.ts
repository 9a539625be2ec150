/** One server for all test files of a run, started when the first asks. */
import { once } from "node:events"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { type PostgresServer, startPostgres } from "./server.ts"

/** The environment variable that tells test files where to ask. */
const DOOR = "SAFE_RETURN_TEST_POSTGRES"

/** What is written need not outlive the machine: a test's own server can be as quick as memory. */
const FOR_TESTS = { fsync: "off", max_connections: "300", shared_buffers: "64MB" }

/** Opens the door that test files ask at; gives what ends the server, if one was started. */
export const openDoor = async (): Promise<() => Promise<void>> => {
  let started: Promise<PostgresServer> | undefined
  const door: Server = createServer((_, response) => {
    started ??= startPostgres({ settings: FOR_TESTS })
    started.then(
      (server) => response.end(server.url("postgres", "postgres")),
      (cause) => response.writeHead(500).end(String(cause))
    )
  }).listen(0, "127.0.0.1")
  await once(door, "listening")
  process.env[DOOR] = `http://127.0.0.1:${(door.address() as AddressInfo).port}`
  return async () => {
    door.close()
    await (await started?.catch(() => undefined))?.remove()
  }
}

/** The address of the run's server, as its superuser. */
export const askForPostgres = async (): Promise<string> => {
  const door = process.env[DOOR]
  if (door === undefined) throw new Error("No test run that shares a PostgreSQL server is under way.")
  const answer = await fetch(door)
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text
}
