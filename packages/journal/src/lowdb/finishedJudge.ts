/** Whether a stream that a start has read is a finished child's, and can be left on disk from now on. */
import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect } from "effect"
import { type DocumentForm, schemaForm } from "../documents/DocumentForm.ts"
import { fileNameOf } from "../documents/fileName.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { readDocument } from "../documents/readDocument.ts"
import { judgeFinished } from "../judgeFinished.ts"
import type { Profile } from "../Profiles.ts"
import { DeliveriesDocument } from "./deliveriesDocument.ts"
import { FinishedChildren } from "./FinishedChildren.ts"
import { ProfileDocument } from "./profileDocument.ts"
import type { StreamDocument } from "./streamDocument.ts"

const deliveriesForm = schemaForm(DeliveriesDocument)
const profileForm: DocumentForm<Profile> = schemaForm(ProfileDocument)
/** Read for its checksum alone. */
const anyForm: DocumentForm<null> = { read: () => null, write: () => "" }

export const finishedJudge = Effect.gen(function* () {
  const directory = yield* LockedDirectory
  const finished = yield* FinishedChildren
  const now = Instant(yield* Clock.currentTimeMillis)

  /** Sent, or not to be sent any more: what is claimed or undelivered is still to be looked after. */
  const isAllSaid = (fileName: string): boolean => {
    const document = readDocument(directory, `deliveries/${fileName}`, deliveriesForm)
    return document === null || document.deliveries.every(({ _tag }) => _tag === "Sent" || _tag === "Superseded")
  }

  const finishedIn = (stream: StreamDocument) => {
    const fileName = fileNameOf(stream.child)
    const profile = readDocument(directory, `profiles/${fileName}`, profileForm) ?? undefined
    const found = judgeFinished(stream, profile, now)
    if (found === undefined || !isAllSaid(fileName)) return undefined
    readDocument(directory, `reveals/${fileName}`, anyForm)
    return found
  }

  return (stream: StreamDocument): boolean => {
    try {
      const found = finishedIn(stream)
      if (found === undefined) return false
      const ids = stream.entries.map(({ id }) => id)
      finished.keep(found, ids)
      return true
    } catch {
      // What cannot be read is said where its own folder is opened.
      return false
    }
  }
})
