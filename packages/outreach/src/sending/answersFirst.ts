/** Who is waiting for an answer has it before others are told of what was recorded: telling takes as long as recording. */
import type { ChildReference } from "@safe-return/domain/pathway"
import { Effect } from "effect"

/** The requests of people who wait for their answer. */
export class Answers {
  #underway = 0
  #over: (() => void) | undefined

  get areUnderway(): boolean {
    return this.#underway > 0
  }

  /** Calls back each time the last of them is answered, in the next turn of the event loop: its bytes leave first. */
  onOver(over: () => void): void {
    this.#over = over
  }

  async during<A>(answer: () => Promise<A>): Promise<A> {
    this.#underway += 1
    try {
      return await answer()
    } finally {
      this.#underway -= 1
      if (this.#underway === 0) setImmediate(() => this.#over?.())
    }
  }
}

/** How long telling is put off at most, in milliseconds of real time: Slack takes one message a second in a channel. */
const PUT_OFF_FOR = 1_000

/** How many children are told of at once. */
const AT_ONCE = 8

interface Tellings {
  /** Something was recorded of the child; what is recorded before it is told of is told of once. */
  readonly add: (child: ChildReference) => void
  /** Tells for as long as it runs. */
  readonly run: Effect.Effect<never>
}

export const answersFirst = (
  answers: Answers,
  deliver: (child: ChildReference) => Effect.Effect<void>,
  putOffFor: number = PUT_OFF_FOR
): Tellings => {
  /** Since when each child waits, the longest first. */
  const waiting = new Map<ChildReference, number>()
  const idle = new Set<() => void>()
  let timer: NodeJS.Timeout | undefined

  const stopTimer = (): void => {
    clearTimeout(timer)
    timer = undefined
  }

  const wake = (): void => {
    stopTimer()
    for (const look of [...idle]) look()
  }

  const take = (): ChildReference | undefined => {
    const [longest] = waiting
    if (longest === undefined) return undefined
    const [child, since] = longest
    const left = since + putOffFor - performance.now()
    if (answers.areUnderway && left > 0) {
      timer ??= setTimeout(wake, left)
      return undefined
    }
    waiting.delete(child)
    return child
  }

  const next = Effect.callback<ChildReference>((resume) => {
    const look = (): void => {
      const child = take()
      if (child === undefined) return void idle.add(look)
      idle.delete(look)
      resume(Effect.succeed(child))
    }
    look()
    return Effect.sync(() => idle.delete(look))
  })

  answers.onOver(wake)
  const tell = Effect.forever(Effect.andThen(Effect.yieldNow, Effect.flatMap(next, deliver)))
  return {
    add: (child) => {
      if (!waiting.has(child)) waiting.set(child, performance.now())
      // In the next turn of the event loop, so that what is recorded together is told of once.
      if (waiting.size === 1) setImmediate(wake)
    },
    run: Effect.all(
      Array.from({ length: AT_ONCE }, () => tell),
      { concurrency: "unbounded" }
    ).pipe(Effect.andThen(Effect.never), Effect.ensuring(Effect.sync(stopTimer)))
  }
}
