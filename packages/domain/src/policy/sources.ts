/** Texts that are cited more than once. Each says which document and where in it. */
export const OPERATING_GUIDANCE_3 = "Rotherham operating guidance, section 3"
export const OPERATING_GUIDANCE_4 = "Rotherham operating guidance, section 4"
export const OPERATING_GUIDANCE_5 = "Rotherham operating guidance, section 5"
export const SCORECARD = "Rotherham 'Missing from Home, Care and School' scorecard"
export const STATUTORY_GUIDANCE = "Statutory guidance on children who run away or go missing (January 2014)"
export const DERBYSHIRE = "Derby and Derbyshire's procedure, return interviews"
