/** Why a command was not carried out, with what to do and the field it is about. */
import type * as caseRefusals from "./refusals/caseRefusals.ts"
import type * as endingRefusals from "./refusals/endingRefusals.ts"
import type * as episodeRefusals from "./refusals/episodeRefusals.ts"
import type * as interviewRefusals from "./refusals/interviewRefusals.ts"

export * from "./refusals/caseRefusals.ts"
export * from "./refusals/endingRefusals.ts"
export * from "./refusals/episodeRefusals.ts"
export * from "./refusals/interviewRefusals.ts"

type Refusals = typeof caseRefusals & typeof endingRefusals & typeof episodeRefusals & typeof interviewRefusals

/** A refusal that carries facts is made by a function. */
type RefusalIn<Member> = Member extends (facts: never) => infer Refused ? Refused : Member

/** Every refusal: told apart by `_tag`, with a sentence in `message` and the part of the command it is about in `field`. */
export type Refusal = RefusalIn<Refusals[keyof Refusals]>
