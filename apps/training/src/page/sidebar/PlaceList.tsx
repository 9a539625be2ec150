import { type ReactNode, useId } from "react"

interface PlaceListProps {
  readonly title: string
  readonly children: ReactNode
}

export const PlaceList = ({ title, children }: PlaceListProps) => {
  const id = useId()
  return (
    <>
      <h2 id={id}>{title}</h2>
      <ul aria-labelledby={id}>{children}</ul>
    </>
  )
}
