/** The device's clock: the one place in the browser that asks for the time. */
export const deviceClock = (): string => new Date().toISOString()
