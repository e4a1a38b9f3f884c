-- The names of all referrals.
SELECT requester, name FROM referral WHERE shard = $1
