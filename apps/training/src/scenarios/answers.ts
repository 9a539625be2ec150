/** A scenario's answer to a field, as the field's element holds it: people read labels, Slack keeps values. */
import type { Instant } from "@safe-return/domain/calendar"
import { answered, type JsonObject } from "@safe-return/slack-testkit"
import { Option, Result } from "effect"
import { keyOf, keyOfPersona, personaOf } from "./cast.ts"
import { faceOf } from "./personaView.ts"
import { momentOf, writtenTime } from "./when.ts"

export type Answer = string | ReadonlyArray<string>

const objectsIn = (value: unknown): ReadonlyArray<JsonObject> =>
  Array.isArray(value) ? value.filter((each): each is JsonObject => typeof each === "object" && each !== null) : []

/** The choices of a list, those in groups too. */
export const optionsOf = (element: JsonObject): ReadonlyArray<JsonObject> => [
  ...objectsIn(element["options"]),
  ...objectsIn(element["option_groups"]).flatMap((group) => objectsIn(group["options"]))
]

/** A choice by what it says, or, of a list of people, by the persona it stands for. */
const option = (element: JsonObject, face: string): Result.Result<JsonObject, string> => {
  const options = optionsOf(element)
  const key = face.startsWith("@") ? keyOf(face.slice(1)) : undefined
  const ofPersona = key && options.find(({ value }) => value === personaOf(key).id)
  if (ofPersona !== undefined) return Result.succeed(ofPersona)
  const found = options.find((candidate) => faceOf(candidate) === face)
  return found === undefined
    ? Result.fail(`There is no choice "${face}"; there are: ${options.map(faceOf).join(", ")}.`)
    : Result.succeed(found)
}

const person = (text: string): Result.Result<string, string> => {
  const key = keyOf(text.replace(/^@/, ""))
  return key === undefined ? Result.fail(`Nobody here is called ${text}.`) : Result.succeed(personaOf(key).id)
}

const list = (answer: Answer): ReadonlyArray<string> => (typeof answer === "string" ? [answer] : answer)
const one = (answer: Answer): string => list(answer)[0] ?? ""

const held = (element: JsonObject, answer: Answer, now: Instant): Result.Result<unknown, string> => {
  switch (element["type"]) {
    case "static_select":
    case "radio_buttons":
    case "overflow":
      return option(element, one(answer))
    case "checkboxes":
    case "multi_static_select":
      return Result.all(list(answer).map((face) => option(element, face)))
    case "users_select":
      return person(one(answer))
    case "multi_users_select":
      return Result.all(list(answer).map(person))
    case "datetimepicker":
      return Option.match(momentOf(one(answer), now), {
        onNone: () => Result.fail(`"${one(answer)}" is no date and time.`),
        onSome: (moment) => Result.succeed(Math.floor(moment / 1000))
      })
    default:
      return Result.succeed(one(answer))
  }
}

/** The state of `element` with this answer in it, or a sentence saying why it cannot be given. */
export const answerTo = (element: JsonObject, answer: Answer, now: Instant): Result.Result<JsonObject, string> =>
  Result.map(held(element, answer, now), (value) => answered(element, value))

const written = (state: JsonObject): Answer | undefined => {
  const faces = (chosen: unknown) => objectsIn(chosen).map(faceOf)
  const people = (ids: unknown) => (ids as ReadonlyArray<string>).map((id) => `@${keyOfPersona(id) ?? id}`)
  const chosen = objectsIn([state["selected_option"]])[0]
  if (chosen !== undefined) {
    const key = keyOfPersona(String(chosen["value"]))
    return key === undefined ? faceOf(chosen) : `@${key}`
  }
  if (state["selected_options"]) return faces(state["selected_options"])
  if (state["selected_user"]) return people([state["selected_user"]])[0]
  if (state["selected_users"]) return people(state["selected_users"])
  if (state["selected_date_time"]) return writtenTime((Number(state["selected_date_time"]) * 1000) as Instant)
  const typed = state["selected_date"] ?? state["selected_time"] ?? state["value"]
  return typeof typed === "string" ? typed : undefined
}

/** The other way round: what an element holds, as a scenario writes it down; nothing where nothing was given. */
export const writtenAnswer = (state: JsonObject): Answer | undefined => {
  const answer = written(state)
  return answer === undefined || answer.length === 0 ? undefined : answer
}
