import { Option, Tracer } from "effect"

/** Keeps a share of traces, each whole or not at all; the program's own span begins none. */
export const sampledTracer = (
  tracer: Tracer.Tracer,
  share: number,
  random: () => number = Math.random
): Tracer.Tracer => {
  const ours = new WeakSet<object>()
  return Tracer.make({
    ...tracer,
    span: (options) => {
      const parent = Option.filter(options.parent, (one) => !options.root && ours.has(one))
      const sampled = Option.match(parent, {
        onNone: () => options.sampled && random() < share,
        onSome: (one) => options.sampled && one.sampled
      })
      const span = tracer.span({ ...options, parent, sampled })
      ours.add(span)
      return span
    }
  })
}
