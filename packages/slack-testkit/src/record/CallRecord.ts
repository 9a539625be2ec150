/** The calls that changed the workspace, a JSON line each; one cut short was never answered and is dropped. */
import { mkdir, open, readFile, truncate } from "node:fs/promises"
import { dirname } from "node:path"
import { Schema } from "effect"

export const RecordedCall = Schema.Struct({
  /** User id of the member or of the app's bot user. */
  by: Schema.String,
  method: Schema.String,
  params: Schema.Record(Schema.String, Schema.Unknown),
  made: Schema.Struct({ channels: Schema.Array(Schema.String), timestamps: Schema.Array(Schema.String) })
})
export type RecordedCall = typeof RecordedCall.Type

const decodeLine = Schema.decodeUnknownSync(Schema.fromJsonString(RecordedCall))

export interface CallRecord {
  readonly earlier: ReadonlyArray<RecordedCall>
  readonly append: (call: RecordedCall) => Promise<void>
  readonly close: () => Promise<void>
}

export const noRecord: CallRecord = { earlier: [], append: async () => {}, close: async () => {} }

export const openCallRecord = async (path: string): Promise<CallRecord> => {
  await mkdir(dirname(path), { recursive: true })
  const text = await readFile(path, "utf8").catch((cause) => {
    if (cause.code === "ENOENT") return ""
    throw cause
  })
  const whole = text.slice(0, text.lastIndexOf("\n") + 1)
  if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole))
  const earlier = whole
    .split("\n")
    .filter((line) => line !== "")
    .map((line, index) => {
      try {
        return decodeLine(line)
      } catch (cause) {
        throw new Error(`Line ${index + 1} of ${path} is not a recorded call; move the file away to start afresh.`, {
          cause
        })
      }
    })
  const file = await open(path, "a", 0o600)
  return {
    earlier,
    append: async (call) => {
      await file.appendFile(`${JSON.stringify(call)}\n`)
      await file.datasync()
    },
    close: () => file.close()
  }
}
