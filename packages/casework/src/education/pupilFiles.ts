/** What was read of every child's cases, read again only where something was recorded since, by whichever instance. */
import { Instant } from "@safe-return/domain/calendar"
import { foldCases, type PupilReference } from "@safe-return/domain/education"
import type { EducationCases, PupilStream } from "@safe-return/journal"
import { Effect, Result, Semaphore } from "effect"
import type { PupilFile } from "./EducationCasework.ts"

export const fileOf = ({ child, version, entries }: PupilStream): PupilFile => {
  // Clocks of two instances may differ, so that the last entry need not be the newest.
  const times = entries.map(({ recorded }) => recorded.recordedAt)
  return {
    child,
    version,
    state: foldCases(entries.map(({ recorded }) => recorded)),
    ...(times.length === 0 ? {} : { changedAt: Instant(Math.max(...times)) })
  }
}

export const openPupilFiles = (cases: EducationCases["Service"]) =>
  Effect.gen(function* () {
    const turn = yield* Semaphore.make(1)
    let known = new Map<PupilReference, PupilFile>()
    let unreadable = new Map<PupilReference, number>()

    const refresh = Effect.gen(function* () {
      const [files, newer] = [new Map<PupilReference, PupilFile>(), new Map<PupilReference, number>()]
      for (const { child, version } of yield* cases.pupils) {
        const before = known.get(child)
        if (before?.version === version) files.set(child, before)
        else {
          const read = yield* Effect.result(cases.read(child))
          if (Result.isSuccess(read)) files.set(child, fileOf(read.success))
          // Where the disk or the database is at fault, a list without the child would look whole.
          else if (read.failure.fault !== undefined) return yield* read.failure
          else {
            newer.set(child, version)
            if (unreadable.get(child) !== version) {
              yield* Effect.logError(`The education case of ${child} is in no list. ${read.failure.message}`)
            }
          }
        }
      }
      known = files
      unreadable = newer
    })

    const afterRefresh = <A>(answer: () => A) => turn.withPermit(Effect.map(refresh, answer))

    return {
      all: afterRefresh((): ReadonlyArray<PupilFile> => [...known.values()]),
      unreadable: afterRefresh((): ReadonlyArray<PupilReference> => [...unreadable.keys()])
    }
  })
