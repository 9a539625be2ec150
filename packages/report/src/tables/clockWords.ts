/** `72 hours` */
export const hoursInWords = (hours: number): string => `${hours} ${hours === 1 ? "hour" : "hours"}`

/** `3 working days` */
export const daysInWords = (days: number): string => `${days} working ${days === 1 ? "day" : "days"}`
