package let x = parts
