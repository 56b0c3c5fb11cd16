"""Characters and words as such: spelling, traditional letters, pinyin, numbers, dates."""
