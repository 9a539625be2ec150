import { type Cause, Data } from "effect"

/** A kind of refusal about one field, spelled out so that the published types can name it. */
type RefusedAbout<Tag extends string, Field extends string> = abstract new () => Cause.YieldableError & {
  readonly _tag: Tag
  readonly field: Field
}

/** A kind of refusal: `field` names the part of the command to look at, so that a form can show the sentence there. */
export const about = <Tag extends string, const Field extends string>(
  tag: Tag,
  field: Field
): RefusedAbout<Tag, Field> => {
  abstract class Refused extends Data.TaggedError(tag) {
    readonly field: Field = field
  }
  return Refused as RefusedAbout<Tag, Field>
}
