import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { SelectField } from './SelectField'
import { TextArea } from './TextArea'
import { TextField } from './TextField'

it('ties label, help and error to the field', () => {
  render(
    <>
      <TextArea label="Reason" help="Kept with the decision." />
      <TextField label="Owner" hideLabel error="A name is needed." />
    </>,
  )
  expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveAccessibleDescription('Kept with the decision.')
  const owner = screen.getByRole('textbox', { name: 'Owner' })
  expect(owner).toBeInvalid()
  expect(owner).toHaveAccessibleDescription('A name is needed.')
})

it('gives the chosen value', async () => {
  const onChange = vi.fn<(value: string) => void>()
  const options = ['24h', '7d'].map((value) => ({ value, label: value }))
  render(<SelectField label="Range" options={options} value="24h" onChange={onChange} />)
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Range' }), '7d')
  expect(onChange).toHaveBeenCalledExactlyOnceWith('7d')
})
