"""The review of a draft: findings, better wordings, the polished text."""
