/** A counter is shown only when the end is near: before that it is noise. */
export const limitNear = (text: string, max: number): number | undefined => (text.length > max * 0.9 ? max : undefined)
