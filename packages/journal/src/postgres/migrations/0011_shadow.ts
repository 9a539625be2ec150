/** The times in which a council tries the bot out. */

/** Also after whatever takes every right away. */
export const shadowRights: ReadonlyArray<string> = ["grant update (shadows) on safe_return.councils to public"]

export const shadow0011: ReadonlyArray<string> = [
  "alter table safe_return.councils add column shadows text",
  ...shadowRights
]
