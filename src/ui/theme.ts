import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** One accent. Shade 7 is 6.1:1 on white, shade 4 is 7.5:1 on the dark surface. */
const accent: MantineColorsTuple = [
  '#eef4fd',
  '#d9e6f9',
  '#b3cdf2',
  '#8ab4ee',
  '#7fb2f5',
  '#4f8fe0',
  '#2f74cf',
  '#1d5fb8',
  '#174f9b',
  '#103c78',
]

const systemFont =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'
const systemMono = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace'

/** The Mantine theme. Colours of state and of series are in tokens.css, outside of it. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  fontFamily: systemFont,
  fontFamilyMonospace: systemMono,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  headings: {
    fontFamily: systemFont,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
      h4: { fontSize: '13px', lineHeight: '20px' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
})
