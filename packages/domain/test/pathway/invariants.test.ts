import { Option } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isFuzzing } from "../../../test-suite/src/properties/propertySettings.ts"
import {
  type ChildState,
  decide,
  type Episode,
  emptyChildState,
  foundOrReturnedAt,
  interviewById,
  interviewStatus,
  isOpen
} from "../../src/pathway/index.ts"
import { HISTORY_NOW } from "./arbitraries.ts"
import { type History, histories } from "./histories.ts"

/** Made once for every question below. */
const drawn = { numRuns: 400 }
const sample = fc.sample(histories, drawn)

/** Holds the check against each history; one that fails is drawn again, so that it is told with its seed and shrunk. */
const everyHistory = (check: (history: History) => void) => {
  if (isFuzzing) return fc.assert(fc.property(histories, check), drawn)
  try {
    sample.forEach(check)
  } catch (failure) {
    fc.assert(fc.property(histories, check), drawn)
    throw failure
  }
}

/** A report that comes after the end is asked about beside the record, which stays as it was. */
const unasked = ({ questionedReports: _, ...episode }: Episode) => episode

/** Freezes a value all the way down, so that changing any part of it throws. */
const frozen = <T>(value: T): T => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

const timesInOrder = (state: ChildState): void => {
  for (const episode of state.episodes) {
    const { progress, missingAt, preventionInterviewAt: talkedAt } = episode
    const known = "foundAt" in progress ? (progress.foundAt ?? missingAt) : missingAt
    if (talkedAt !== undefined && isOpen(episode)) expect(talkedAt).toBeGreaterThanOrEqual(known)
    if (progress._tag === "Found") expect(progress.foundAt).toBeGreaterThanOrEqual(missingAt)
    if (progress._tag !== "Returned") continue
    expect(progress.returnedAt).toBeGreaterThanOrEqual(progress.foundAt ?? missingAt)
    expect(progress.foundAt ?? missingAt).toBeGreaterThanOrEqual(missingAt)
    const standing = interviewStatus(state, episode)
    if (standing._tag === "Completed") {
      const wasHeardElsewhere = episode.stays?.some(({ whereabouts }) => whereabouts !== "missing-again") === true
      const heardFrom = wasHeardElsewhere ? (progress.foundAt ?? progress.returnedAt) : progress.returnedAt
      expect(standing.interview.completed?.completedAt).toBeGreaterThanOrEqual(heardFrom)
      expect(standing.interview.completed?.completedAt).toBeGreaterThanOrEqual(standing.interview.offeredAt ?? Infinity)
    }
  }
}

describe("whatever is told, in whatever order", () => {
  it("a child is missing before found, found before returned, and back before the interview", () => {
    everyHistory(({ turns }) => {
      for (const { after } of turns) timesInOrder(after)
    })
  })

  it("an episode has one interview, and an interview its episodes", () => {
    everyHistory(({ state }) => {
      const covered = state.interviews.flatMap((interview) => interview.episodeIds)
      expect(new Set(covered).size).toBe(covered.length)
      const ids = state.episodes.map((episode) => episode.id)
      expect(ids).toEqual(expect.arrayContaining(covered))
      expect(new Set(ids).size).toBe(ids.length)
    })
  })

  it("a completed interview was offered and accepted, and changes only when corrected", () => {
    everyHistory(({ turns, state }) => {
      for (const { completed, offeredAt, response } of state.interviews) {
        if (completed === undefined) continue
        expect(offeredAt).toBeDefined()
        expect(response).toBe("accepted")
      }
      for (const { command, before, after } of turns) {
        if (command._tag === "CorrectInterview" || command._tag === "WithdrawFromInterview") continue
        for (const { id, completed, offeredAt, response } of before.interviews) {
          if (completed === undefined) continue
          const now = after.interviews.find((interview) => interview.id === id)
          expect(now).toMatchObject({ completed, response })
          // Joined with another, its first offer may be the one made for that one's return.
          if (command._tag === "ExtendInterview") expect(now?.offeredAt).toBeLessThanOrEqual(offeredAt ?? Infinity)
          else expect(now?.offeredAt).toBe(offeredAt)
        }
      }
    })
  })

  it("an end stays unless it is corrected, reopened, separated or outweighed by a later report", () => {
    everyHistory(({ turns }) => {
      for (const { command, before, after, events } of turns) {
        const outweighed = events.flatMap((event) =>
          event._tag === "MissingAfterAll" || event._tag === "EndRevised"
            ? [event.episodeId]
            : event._tag === "EpisodesMerged"
              ? [event.duplicateId]
              : []
        )
        for (const { id, progress } of before.episodes) {
          if (outweighed.includes(id) || command._tag === "ReopenEpisode") continue
          const now = after.episodes.find((episode) => episode.id === id)?.progress
          const isSeparated = command._tag === "SeparateDuplicate" && command.episodeId === id
          if (progress._tag === "Cancelled" && !isSeparated) expect(now).toEqual(progress)
          if (command._tag === "CorrectEpisode" || command._tag === "SeparateDuplicate") continue
          if (progress._tag === "Returned" && now?._tag !== "Cancelled") expect(now).toMatchObject(progress)
          if (progress._tag === "Found") expect(now?._tag).not.toBe("Missing")
        }
      }
    })
  })

  it("offers and attempts come after the first finding, the carer's after the child's", () => {
    everyHistory(({ turns }) => {
      for (const { after, events } of turns) {
        for (const event of events) {
          if (event._tag !== "InterviewOffered" && event._tag !== "InterviewAttempted") continue
          const { episodeIds } = Option.getOrThrow(interviewById(after, event.interviewId))
          const covered = after.episodes.filter(({ id }) => episodeIds.includes(id))
          const since = Math.min(...covered.map((episode) => foundOrReturnedAt(episode) ?? Infinity))
          expect(event._tag === "InterviewOffered" ? event.offeredAt : event.attemptedAt).toBeGreaterThanOrEqual(since)
        }
        for (const event of events) {
          if (event._tag !== "CarerOffered") continue
          const { offeredAt, response } = Option.getOrThrow(interviewById(after, event.interviewId))
          if (response !== "declined") continue
          expect(event.offeredAt).toBeGreaterThanOrEqual(offeredAt ?? -Infinity)
        }
      }
    })
  })

  it("a closed, merged or transferred episode takes no record until it is opened again", () => {
    everyHistory(({ turns }) => {
      for (const { before, after, command, events } of turns) {
        for (const episode of before.episodes) {
          const isMerged = episode.progress._tag === "Cancelled" && episode.progress.duplicateOf !== undefined
          if (!isMerged && episode.closure === undefined) continue
          if (command._tag === "TakeBackDeath" || command._tag === "RecordDeath") continue
          // A trigger that fired stays to be decided on.
          if (command._tag === "DecideOnTrigger" && episode.closure !== undefined) continue
          if (command._tag === "ReopenEpisode" && command.episodeId === episode.id) continue
          if (command._tag === "SeparateDuplicate" && events.length > 0) continue
          // A link to the wrong child is taken away from a record wherever it stands.
          if (command._tag === "RecordNotMissingTogether" && command.episodeId === episode.id) continue
          if (events.some((event) => event._tag === "MissingAfterAll" && event.episodeId === episode.id)) continue
          const later = after.episodes.find(({ id }) => id === episode.id)
          expect(later && unasked(later)).toEqual(unasked(episode))
        }
      }
    })
  })

  it("a question of the guidance is answered with a reason, with or without a worker", () => {
    everyHistory(({ turns }) => {
      for (const { events } of turns) {
        for (const event of events) {
          if (event._tag === "ConsiderationAnswered") expect(event.reason.trim()).not.toBe("")
        }
      }
    })
  })

  it("the policy frozen onto an episode is that of the command that opened it, for good", () => {
    everyHistory(({ turns, state }) => {
      for (const { command, events } of turns) {
        for (const event of events) {
          if (event._tag !== "EpisodeOpened" || command._tag !== "ReceiveNotification") continue
          expect(event.policy).toEqual(command.policy)
          expect(event.notifiedAt).toBe(HISTORY_NOW)
          expect(state.episodes.find(({ id }) => id === event.episodeId)?.policy).toEqual(command.policy)
        }
      }
    })
  })

  it("a child's allocated worker interviews only as the known adult the child asked for", () => {
    everyHistory(({ turns }) => {
      for (const { command, before, events } of turns) {
        for (const event of events) {
          if (command._tag === "ReceiveNotification") continue
          if (event._tag === "InterviewAssigned" && "allocatedWorker" in command) {
            expect(event.interviewer !== command.allocatedWorker || event.knownAdult).toBe(true)
          }
          if (event._tag === "InterviewCompleted" && "allocatedWorker" in command) {
            const interview = interviewById(before, event.interviewId)
            const asked =
              interview._tag === "Some" &&
              interview.value.knownAdult &&
              interview.value.interviewer === command.allocatedWorker
            expect(event.interviewer !== command.allocatedWorker || asked).toBe(true)
          }
        }
      }
    })
  })

  it("no notification that was taken in is lost: each is on the record with what came of it", () => {
    everyHistory(({ turns, state }) => {
      for (const { command, refusal } of turns) {
        if (command._tag !== "ReceiveNotification" || refusal !== undefined) continue
        const { sentAt: _, ...said } = command.notification
        const all = [...state.notifications, ...(state.death?.laterNotifications ?? [])]
        expect(all.map(({ notification: { sentAt, ...kept } }) => kept)).toContainEqual(said)
      }
    })
  })

  it("deciding changes nothing by itself, and the same question has the same answer", () => {
    everyHistory(({ turns }) => {
      for (const { before, command } of turns) {
        const ask = () => decide(frozen(before), frozen(command), { now: HISTORY_NOW })
        expect(ask()).toEqual(ask())
      }
    })
  })

  it("a refusal or an empty answer leaves the state as it was", () => {
    everyHistory(({ turns }) => {
      expect(turns[0]?.before).toBe(emptyChildState)
      for (const { before, after, events } of turns) if (events.length === 0) expect(after).toBe(before)
    })
  })
})
