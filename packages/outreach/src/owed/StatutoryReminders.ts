import type { Calendars, Instant } from "@safe-return/domain/calendar"
import { type Reminder, remindersOf } from "@safe-return/domain/deadlines"
import { type ChildReference, type ChildState, interviewStatus, isInterviewOwed } from "@safe-return/domain/pathway"
import type { OverdueLine } from "../message/deadlineMessages.ts"

/** A reminder of a deadline, with the child as they are. */
export interface StatutoryReminder extends OverdueLine {
  readonly due: Reminder
}

/** A part of time, without its end. */
export interface Stretch {
  readonly from: number
  readonly until: number
}

/** The reminders of statutory deadlines over all children, reckoned once for each state of a child. */
export class StatutoryReminders {
  readonly #calendars: Calendars
  #states: ReadonlyMap<ChildReference, ChildState> = new Map()
  /** Only of the children who have any. */
  readonly #ofChild = new Map<ChildReference, ReadonlyArray<StatutoryReminder>>()

  constructor(calendars: Calendars) {
    this.#calendars = calendars
  }

  /** Those that fall into this time, in order of time for each child. */
  within(
    states: ReadonlyMap<ChildReference, ChildState>,
    now: Instant,
    { from, until }: Stretch
  ): ReadonlyArray<StatutoryReminder> {
    this.#follow(states, now)
    return [...this.#ofChild.values()].flatMap((all) => all.filter(({ due: { at } }) => at >= from && at < until))
  }

  #follow(states: ReadonlyMap<ChildReference, ChildState>, now: Instant): void {
    if (states === this.#states) return
    for (const child of this.#ofChild.keys()) if (!states.has(child)) this.#ofChild.delete(child)
    for (const [child, state] of states) {
      if (this.#states.get(child) === state) continue
      const found = this.#reckoned(child, state, now)
      if (found.length === 0) this.#ofChild.delete(child)
      else this.#ofChild.set(child, found)
    }
    this.#states = states
  }

  /** An overdue morning alone depends on the time of asking, and is on a list of its own. */
  #reckoned(child: ChildReference, state: ChildState, now: Instant): ReadonlyArray<StatutoryReminder> {
    if (!state.episodes.some((episode) => isInterviewOwed(interviewStatus(state, episode)))) return []
    return remindersOf(state, now, this.#calendars)
      .filter(({ level, stage: { _tag } }) => level === "statutory" && _tag !== "OverdueMorning")
      .map((due) => ({ child, due, state }))
  }
}
