/** One PostgreSQL cluster on one port, ended with its process: a shell around it waits for its input to close. */
import { type ChildProcess, execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { handOver, serverAccount } from "./account.ts"
import { layOutBinaries } from "./binaries.ts"

const run = promisify(execFile)

/** `fast` rolls back what is under way and tells clients; `killed` is the whole server gone at once. */
export type Lives = "fast" | "killed"

export interface ServerOptions {
  /** Settings as in `postgresql.conf`, on top of the defaults. */
  readonly settings?: Readonly<Record<string, string>>
  /** The folder of another server's programs than npm's. */
  readonly programs?: string
}

export interface PostgresServer {
  readonly port: number
  /** Where certificates for it may be put. */
  readonly folder: string
  readonly url: (user: string, database: string) => string
  readonly start: (settings?: Readonly<Record<string, string>>) => Promise<void>
  readonly stop: (how: Lives) => Promise<void>
  /** A standby of it that follows over `port`, as it is from a short stop on; it is promoted by `pg_promote()`. */
  readonly startStandby: (port: number, settings?: Readonly<Record<string, string>>) => Promise<PostgresServer>
  /** Stops it and takes away all it has written. */
  readonly remove: () => Promise<void>
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  server.close()
  await once(server, "close")
  if (address === null || typeof address === "string") throw new Error("This machine gave no port.")
  return address.port
}

// `cat` returns when the holder of the pipe's other end is gone; then the server goes too.
const GUARDED = '"$@" & server=$!; cat > /dev/null; kill -INT $server 2> /dev/null; wait $server'

const untilReady = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = ""
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = `${said}${text}`.slice(-20_000)
      if (/ready to accept (read-only )?connections/.test(said)) resolve()
    })
    server.once("close", () => reject(new Error(`PostgreSQL did not start. ${said}`)))
    server.once("error", reject)
  })

const settingsAsParameters = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])

/** How the names of those users begin who have to give their password. */
export const WITH_PASSWORD = "with_password"

const makeCluster = async (bin: string, data: string): Promise<void> => {
  await mkdir(data, { mode: 0o700 })
  handOver(data)
  const quick = ["--auth=trust", "--no-sync", "--no-instructions", "--encoding=UTF8", "--locale=C"]
  await run(join(bin, "initdb"), ["-D", data, "-U", "postgres", ...quick], { ...serverAccount(), cwd: data })
  const admission = join(data, "pg_hba.conf")
  const passwords = `host all /^${WITH_PASSWORD} 127.0.0.1/32 scram-sha-256\n`
  await writeFile(admission, `${passwords}${await readFile(admission, "utf8")}`)
}

/** A cluster in a folder, which is started and stopped; its data are there already. */
const clusterIn = async (folder: string, bin: string, options: ServerOptions): Promise<PostgresServer> => {
  const data = join(folder, "data")
  const port = await freePort()
  let server: ChildProcess | undefined

  const start: PostgresServer["start"] = async (settings = {}) => {
    const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...options.settings, ...settings }
    const program = [join(bin, "postgres"), "-D", data, "-p", String(port), ...settingsAsParameters(all)]
    const started = spawn("/bin/sh", ["-c", GUARDED, "postgres", ...program], { ...serverAccount(), cwd: data })
    await untilReady(started)
    server = started
  }

  const stop: PostgresServer["stop"] = async (how) => {
    if (server === undefined) return
    const ended = once(server, "close")
    const signal = how === "killed" ? "immediate" : "fast"
    await run(join(bin, "pg_ctl"), ["stop", "-D", data, "-m", signal], { ...serverAccount(), cwd: data })
    server.stdin?.end()
    await ended
    server = undefined
  }

  const startStandby: PostgresServer["startStandby"] = async (over, settings = {}) => {
    const standby = await mkdtemp(join(tmpdir(), "safe-return-standby-"))
    handOver(standby)
    await stop("fast")
    await run("cp", ["-a", data, join(standby, "data")])
    await writeFile(join(standby, "data", "standby.signal"), "")
    handOver(join(standby, "data", "standby.signal"))
    await start()
    const following = { primary_conninfo: `host=127.0.0.1 port=${over} user=postgres application_name=standby` }
    const cluster = await clusterIn(standby, bin, {
      ...options,
      settings: { ...options.settings, ...following, ...settings }
    })
    await cluster.start()
    return cluster
  }

  return {
    port,
    folder,
    url: (user, database) => `postgresql://${user}@127.0.0.1:${port}/${database}`,
    start,
    stop,
    startStandby,
    remove: async () => {
      await stop("killed")
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** A new cluster, ready for connections of the superuser `postgres` on the loopback interface; without a password but for {@link WITH_PASSWORD}. */
export const startPostgres = async (options: ServerOptions = {}): Promise<PostgresServer> => {
  const folder = await mkdtemp(join(tmpdir(), "safe-return-postgres-"))
  handOver(folder)
  const bin = options.programs ?? (await layOutBinaries(join(folder, "native")))
  await makeCluster(bin, join(folder, "data"))
  const cluster = await clusterIn(folder, bin, options)
  await cluster.start()
  return cluster
}
