/** Forty made-up people, by the role they hold. */
const staff = (role: string, count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, index) => `U0${role.toUpperCase()}${index + 1}`)

export const staffOf = {
  mash: staff("mash", 3),
  "missing-coordinator": staff("coordinator", 3),
  "team-manager": staff("manager", 4),
  "head-of-service": staff("head", 1),
  interviewer: staff("interviewer", 12),
  worker: staff("worker", 15),
  administrator: staff("admin", 1),
  "out-of-hours-duty": staff("duty", 1)
} as const
