/** A refusal as plain data: the sentence tells a person what to do, `field` names the part of the command to look at. */
export interface RefusalAbout<Tag extends string, Field extends string> {
  readonly _tag: Tag
  readonly field: Field
  readonly message: string
}

/** A refusal that is the same each time, so that it is made once and frozen. */
export const about = <const Tag extends string, const Field extends string>(
  _tag: Tag,
  field: Field,
  message: string
): RefusalAbout<Tag, Field> => Object.freeze({ _tag, field, message })
