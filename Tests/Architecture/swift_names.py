"""Finds the names that a Swift file declares and uses, from its tokens, without a compiler."""

import re
from dataclasses import dataclass

TOKEN = re.compile(r"`?[A-Za-z_]\w*`?|[{}()\[\]:,.=<>]|\S")
TYPE_WORDS = {"struct", "enum", "class", "actor", "protocol", "typealias"}
MEMBER_WORDS = {"func", "var", "let", "case"}


@dataclass(frozen=True)
class Name:
    """A type (`Topic`), or a member with its argument labels (`answer`, `named`)."""

    word: str
    labels: tuple = ()
    is_call: bool = False


def code_of(text):
    """The text with comments and string literals blanked out, except interpolations."""
    out = list(text)
    # Open literals and interpolations: ("string", delimiter, hashes) or ("code", parenthesis depth).
    stack, i = [], 0

    def blank(end):
        for k in range(i, min(end, len(out))):
            if out[k] != "\n":
                out[k] = " "

    while i < len(text):
        inside = stack[-1] if stack else None
        if inside and inside[0] == "string":
            _, delimiter, hashes = inside
            if text.startswith(delimiter + hashes, i):
                end = i + len(delimiter + hashes)
                blank(end)
                stack.pop()
            elif text.startswith("\\" + hashes + "(", i):
                end = i + len(hashes) + 2
                blank(end)
                stack.append(["code", 1])
            else:
                end = i + (2 if text[i] == "\\" and not hashes else 1)
                blank(end)
            i = end
            continue
        literal = re.compile(r'(#*)("""|")').match(text, i)
        if text.startswith("//", i):
            end = text.find("\n", i)
            end = len(text) if end < 0 else end
            blank(end)
        elif text.startswith("/*", i):
            end = text.find("*/", i) + 2
            blank(end)
        elif literal:
            end = literal.end()
            blank(end)
            stack.append(("string", literal[2], literal[1]))
        else:
            end = i + 1
            if inside:
                inside[1] += {"(": 1, ")": -1}.get(text[i], 0)
                if inside[1] == 0:
                    blank(end)
                    stack.pop()
        i = end
    return "".join(out)


class SwiftFile:
    """The names that a file exports, declares locally, and uses."""

    def __init__(self, text):
        code = code_of(text)
        self.tokens = [(m.group().strip("`"), m.start()) for m in TOKEN.finditer(code)]
        self.line_starts = [0] + [m.end() for m in re.finditer("\n", text)]
        self.types, self.members, self.locals = set(), set(), set()
        self.uses = []  # (Name, offset)
        self._read()

    def line(self, offset):
        """The line of an offset, from 1."""
        return sum(start <= offset for start in self.line_starts)

    def _word(self, i):
        return self.tokens[i][0] if 0 <= i < len(self.tokens) else ""

    def _labels(self, i, is_declaration):
        """The labels between the parentheses at a token; for a use, unlabeled arguments count as `_`."""
        labels, depth, expects = [], 0, True
        while i < len(self.tokens):
            word = self._word(i)
            if word in "([{":
                depth += 1
                if depth == 1:
                    i, expects = i + 1, True
                    continue
            elif word in ")]}":
                depth -= 1
                if depth == 0:
                    break
            if depth == 1 and expects and (is_declaration or word != ")"):
                has_label = self._word(i + 1) == ":" or (is_declaration and re.match(r"\w", self._word(i + 1)))
                labels.append(word if has_label else "_")
                expects = False
            if depth == 1 and word == ",":
                expects = True
            i += 1
        return tuple(labels)

    def _read(self):
        # The kind of each open brace: "type" (a body with visible members) or "code".
        braces, pending, is_private = [], "code", False
        for i, (word, offset) in enumerate(self.tokens):
            before, after = self._word(i - 1), self._word(i + 1)
            in_type = all(kind == "type" for kind in braces)
            if word in {"private", "fileprivate"} and after != "(":
                is_private = True
            if word == "{":
                braces.append(pending)
                pending = "code"
            elif word == "}":
                if braces:
                    braces.pop()
                is_private = False
            elif word in TYPE_WORDS | {"extension"} and before != "." and re.match(r"[A-Z\[]", after):
                if word != "extension" and in_type:
                    (self.locals if is_private else self.types).add(after)
                if word != "typealias":
                    pending = "type"
                is_private = False
            elif word in MEMBER_WORDS and before != "." and re.match(r"\w", after):
                self._declare(i, in_type and not is_private)
                is_private = False
            elif word in {"let", "var"} and after == "(":
                self._add_pattern(i + 2)
            elif re.match(r"[A-Za-z_]", word) and before not in TYPE_WORDS | MEMBER_WORDS:
                self._use(i, offset)

    def _declare(self, i, is_shared):
        """Adds the declaration at a token; patterns and names inside functions are local."""
        name, after = self._word(i + 1), self._word(i + 2)
        if self._word(i) == "func":
            declared = Name(name, self._function_labels(i + 2), True)
        else:
            declared = Name(name)
        is_pattern = self._word(i) == "case" and (after in {":", "where"} or self._word(i - 1) in {"if", "guard", ","})
        if is_shared and not is_pattern:
            self.members.add(declared)
        else:
            self.locals.add(name)

    def _function_labels(self, i):
        while self._word(i) not in {"(", "{", ""}:
            i += 1
        return self._labels(i, True)

    def _add_closure_parameters(self, i):
        while re.match(r"[\w,(]", self._word(i)):
            self.locals.add(self._word(i))
            i -= 1

    def _add_pattern(self, i):
        while self._word(i) not in {")", ""}:
            self.locals.add(self._word(i))
            i += 1

    def _use(self, i, offset):
        word, before, after = self._word(i), self._word(i - 1), self._word(i + 1)
        if after == ":" and before not in {".", "?"}:
            self.locals.add(word)  # a label, a parameter, a generic type
            return
        if after == "in" or before == "for":
            self._add_closure_parameters(i)
        is_call = after == "("
        labels = self._labels(i + 1, False) if is_call else ()
        self.uses.append((Name(word, labels, is_call), offset))


def matches(use, declared):
    """Whether a use can refer to a declaration; allows omitted defaults and trailing closures."""
    if use.word != declared.word:
        return False
    if not (use.is_call and declared.is_call):
        return True
    rest = iter(declared.labels)
    return all(label in rest for label in use.labels)
