/** What a council calls its roles and teams, where people there say otherwise than Rotherham's do. */
import * as Schema from "effect/Schema"

/** Short, and with no sign that could be read as a mark. */
const name = Schema.String.check(
  Schema.isPattern(/^[\p{L}\p{N}](?:[\p{L}\p{N} ’'(),./-]{0,38}[\p{L}\p{N})])?$/u, {
    expected: "a name of at most 40 letters, digits and spaces"
  })
)

const withArticle = Schema.String.check(
  Schema.isPattern(/^an? [\p{L}\p{N}](?:[\p{L}\p{N} ’'(),./-]{0,38}[\p{L}\p{N})])?$/u, {
    expected: "one of them with its article, such as “an Exploitation Lead”"
  })
)

/** One person of the role with a or an, and several. */
const People = Schema.Struct({ one: withArticle, many: name })

/** As it stands after “the”, and so without it. */
const afterThe = name.check(
  Schema.isPattern(/^(?!(?:the|an?) )/iu, { expected: "its name as it stands after “the”, without an article" })
)

const Team = Schema.Struct({ team: afterThe })

/** By role or team; what is left out keeps Rotherham's word. */
export const CouncilWording = Schema.Struct({
  mash: Schema.optionalKey(Team),
  "missing-coordinator": Schema.optionalKey(People),
  "team-manager": Schema.optionalKey(People),
  "head-of-service": Schema.optionalKey(People),
  "allocated-worker": Schema.optionalKey(People),
  "out-of-hours-duty": Schema.optionalKey(Schema.Struct({ one: withArticle, team: afterThe })),
  "missing-team": Schema.optionalKey(Team),
  "exploitation-team": Schema.optionalKey(Team)
})

type WordingFields = typeof CouncilWording.Type

/** See the schema of the same name. */
export interface CouncilWording extends WordingFields {}
