import { Effect, Tracer } from "effect"
import { expect, test } from "vitest"
import { sampledTracer } from "../../src/telemetry/telemetryLayer.ts"

/** Which spans a tracer that keeps this share keeps of a program, the draws being these in turn. */
const keptOf = (program: Effect.Effect<unknown>, share: number, draws: ReadonlyArray<number>) => {
  const kept: Array<string> = []
  const left = [...draws]
  const inner = Tracer.make({
    span: (options) => {
      if (options.sampled) kept.push(options.name)
      return new Tracer.NativeSpan(options)
    }
  })
  const tracer = sampledTracer(inner, share, () => left.shift() ?? 1)
  Effect.runSync(Effect.provideService(program, Tracer.Tracer, tracer))
  return kept
}

const trace = (name: string) => Effect.withSpan(Effect.withSpan(Effect.void, `${name}.inner`), name)

test("a trace is kept whole or not at all, by one draw", () => {
  const program = Effect.all([trace("first"), trace("second"), trace("third")])
  expect(keptOf(program, 0.5, [0.4, 0.5, 0.1])).toEqual(["first", "first.inner", "third", "third.inner"])
})

test("no trace is kept of a share of nothing, and every one of a share of one", () => {
  expect(keptOf(trace("first"), 0, [0])).toEqual([])
  expect(keptOf(trace("first"), 1, [0.999])).toEqual(["first", "first.inner"])
})

test("a span of another tracer is no parent, so that what runs in it is many traces", () => {
  const outer = Effect.runSync(Effect.withSpan(Effect.currentSpan, "outer"))
  const program = Effect.all([trace("first"), trace("second")]).pipe(Effect.withParentSpan(outer))
  expect(keptOf(program, 0.5, [0.9, 0.1])).toEqual(["second", "second.inner"])
})
