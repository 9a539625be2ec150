/** Excel's limit. */
const LONGEST = 31

/** A title as the name of a sheet, which may have none of these characters and no more than 31. */
export const sheetName = (title: string): string => title.replaceAll(/[[\]:*?/\\']/g, " ").slice(0, LONGEST)
