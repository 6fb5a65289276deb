export const runJob = 'imports.run'
export const copyJob = 'imports.copy'
