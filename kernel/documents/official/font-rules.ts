import { faces } from './faces.ts'
import { escapeXml } from './text.ts'

const named = (names: readonly string[]): string => names.map((name) => `<string>${escapeXml(name)}</string>`).join('')

/** LibreOffice does not read the alternatives that a Word file names; fontconfig tells it. 小标宋 is heavy by itself, what stands in for it is not. */
const rules = Object.values(faces).map(({ name, instead }) => {
  const asked = `<test name="family">${named([name])}</test>`
  const heavy = name === faces.title.name ? '<edit name="weight" mode="assign"><const>bold</const></edit>' : ''
  return (
    `<match target="pattern">${asked}<edit name="family" mode="prepend" binding="strong">${named([name, ...instead])}</edit>${heavy}</match>` +
    `<match target="font">${asked}<edit name="embolden" mode="assign"><bool>false</bool></edit></match>`
  )
})

/** A fontconfig file: the machine's own rules, and before them which faces stand in for those of official documents. */
export const fontRules = (): string =>
  '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>' +
  `<include ignore_missing="yes">/etc/fonts/fonts.conf</include>${rules.join('')}</fontconfig>\n`
