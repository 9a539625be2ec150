/** What is wrong with one field of a policy, in words. */
export interface PolicyFault {
  /** Such as `triggers[0].count.value`; empty for the whole. */
  readonly field: string
  readonly message: string
}
