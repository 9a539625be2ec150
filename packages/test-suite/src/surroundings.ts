/** What test files share: they run one after another in the same process, so each must leave it as it found it. */
import { isDeepStrictEqual } from "node:util"

/** The process as one test file found it. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly globals: ReadonlyMap<string, unknown>
  readonly workingDirectory: string
  readonly umask: number
  readonly exitCode: unknown
  readonly listeners: ReadonlyMap<string, ReadonlyArray<unknown>>
  readonly running: ReadonlyMap<string, number>
}

/** Built-in objects whose methods tests like to replace. */
const watchedObjects = { console, Date, JSON, Math, Promise, performance, process }

/** Getters are compared as functions: asking some of them loads what nobody uses. */
const membersOf = (owner: object, prefix: string): Array<[string, unknown]> =>
  Object.entries(Object.getOwnPropertyDescriptors(owner)).map(([key, { get, value }]) => [
    `${prefix}${key}`,
    get ?? value
  ])

const globalsNow = () =>
  new Map([
    ...membersOf(globalThis, ""),
    ...Object.entries(watchedObjects).flatMap(([name, owner]) =>
      membersOf(owner, `${name}.`).filter(([, value]) => typeof value === "function")
    )
  ])

const emitters = { process, stdin: process.stdin, stdout: process.stdout, stderr: process.stderr }

const listenersNow = () =>
  new Map(
    Object.entries(emitters).flatMap(([name, emitter]) =>
      emitter.eventNames().map((event) => [`${name} on ${String(event)}`, emitter.rawListeners(event)] as const)
    )
  )

/** What keeps the process awake, by Node's name of its kind: timers, sockets, servers, child processes. */
const runningNow = () => {
  const counts = new Map<string, number>()
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

export const lookAround = (): Surroundings => ({
  environment: { ...process.env },
  globals: globalsNow(),
  workingDirectory: process.cwd(),
  umask: process.umask(),
  exitCode: process.exitCode,
  listeners: listenersNow(),
  running: runningNow()
})

/** What libraries change for good when they are first loaded, whichever test file happens to load them. */
const changedByLoading = [
  // graceful-fs, which Playwright brings, remembers the working directory.
  /^process\.(cwd|chdir)$/,
  // tslib, core-js and zod keep what they share under such names.
  /^__/
]

const changedKeys = (before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>) =>
  [...new Set([...before.keys(), ...after.keys()])].filter((key) => !Object.is(before.get(key), after.get(key)))

/** What differs, one sentence each; nothing where all is as it was. */
export const differences = (before: Surroundings, after: Surroundings): ReadonlyArray<string> => {
  const said: Array<string> = []
  const [environment, environmentAfter] = [before.environment, after.environment].map(
    (of) => new Map(Object.entries(of))
  )
  for (const name of changedKeys(environment ?? new Map(), environmentAfter ?? new Map())) {
    said.push(`the environment variable ${name} was ${before.environment[name]}, now ${after.environment[name]}`)
  }
  for (const name of changedKeys(before.globals, after.globals)) {
    if (!changedByLoading.some((pattern) => pattern.test(name))) said.push(`the global ${name} is another one`)
  }
  if (before.workingDirectory !== after.workingDirectory) {
    said.push(`the working directory was ${before.workingDirectory}, now ${after.workingDirectory}`)
  }
  if (before.umask !== after.umask) said.push(`the umask was ${before.umask}, now ${after.umask}`)
  if (before.exitCode !== after.exitCode) said.push(`the exit code was ${before.exitCode}, now ${after.exitCode}`)
  for (const name of new Set([...before.listeners.keys(), ...after.listeners.keys()])) {
    const [was, is] = [before.listeners.get(name) ?? [], after.listeners.get(name) ?? []]
    if (!isDeepStrictEqual(was, is)) said.push(`listeners of ${name}: ${was.length} before, ${is.length} now`)
  }
  for (const [kind, count] of after.running) {
    const was = before.running.get(kind) ?? 0
    if (count > was) said.push(`${count - was} of ${kind} still running`)
  }
  return said
}

/** What was just closed takes a moment to go; what is still there after this was left behind. */
const GRACE_MS = 3_000

const isClosing = (sentence: string) => / of \w+ still running$|^listeners of /.test(sentence)

/** What a file left behind, once what is closing has had time to close. */
export const leftBehind = async (before: Surroundings): Promise<ReadonlyArray<string>> => {
  const until = performance.now() + GRACE_MS
  for (;;) {
    const found = differences(before, lookAround())
    if (!found.some(isClosing) || performance.now() > until) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
